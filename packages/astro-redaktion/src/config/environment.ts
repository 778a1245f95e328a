/**
 * Forgets the shell's `_`, the path of the command that was called. Astro writes those variables into the bundle whose
 * names stand in its code, and this is one: a build begun by another script or shell would be of other code, and would
 * make every page anew.
 */
export function forgetCommand(): void {
  delete process.env['_'];
}
