/** `npm start`: sets up if needed, builds packages and example site, serves it and prints the address. */
import { environment as env, run, setup } from './setup.mjs';

setup();
run('npm', ['run', '--silent', 'build'], { env });
run('npm', ['run', '--silent', 'preview', '-w', 'example-site', '--', '--host', '127.0.0.1'], {
  env: { ...env, ASTRO_PREVIEW_BACKGROUND: '0' },
});
