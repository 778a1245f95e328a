import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './site.ts';

/** What the Nu HTML checker finds in the pages of a folder: address, message, and the place. */
export function vnuFaults(folder: string): string[] {
  const vnu = join(repository, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const options = ['--skip-non-html', '--errors-only', '--format', 'json', '--stdout', '--exit-zero-always'];
  const report = execFileSync('java', ['-jar', vnu, ...options, folder], { encoding: 'utf8' });
  const { messages } = JSON.parse(report) as { messages: { url: string; message: string; extract?: string }[] };
  return messages.map(({ url, message, extract }) => `${url}: ${message} ${extract ?? ''}`);
}
