/** `npm test`: sets up if needed, then types, lint and format, and every test. */
import { environment as env, run, setup } from './setup.mjs';

setup({ browser: true });
run('npm', ['run', '--silent', 'check'], { env });
run('npx', ['vitest', 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)], { env });
