/** A file of JSON, for people too. */
export function json(value: unknown, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: { 'content-type': type } });
}
