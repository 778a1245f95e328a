import type { Fault } from './fault.ts';
import type { Session } from './session.ts';

/** The rendering under way: what is shared by all posts tells it what it was asked for. */
export interface Current {
  session(): Session | undefined;
  /** Runs with `session` as the rendering under way; renderings may lie in one another (an excerpt in a list). */
  run<Value>(session: Session, work: () => Value): Value;
  useSite: () => void;
  useFile: (path: string) => void;
  noteFault: (fault: Fault) => void;
  /** How many renderings of that document lie in one another now. */
  depthOf(path: string): number;
}

export function createCurrent(): Current {
  const sessions: Session[] = [];
  const top = (): Session | undefined => sessions.at(-1);
  return {
    session: top,
    run(session, work) {
      sessions.push(session);
      try {
        return work();
      } finally {
        sessions.pop();
      }
    },
    useSite: () => {
      const session = top();
      if (session) session.site = true;
    },
    useFile: (path) => top()?.files.add(path),
    noteFault: (fault) => top()?.faults.push({ fault }),
    depthOf: (path) => sessions.filter(({ post }) => post.path === path).length,
  };
}
