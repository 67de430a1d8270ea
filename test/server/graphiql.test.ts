import { describe, expect, it } from 'vitest';
import { address, smallServer, withKey } from './small-server.ts';

const examples = [
  { query: '# A list\nquery Names { name }\n' },
  { query: 'query Find($codes: [String!]) { find(codes: $codes) }', variables: '{"codes":["a"]}' },
];
const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const open = (server: ReturnType<typeof smallServer>, headers: Record<string, string> = {}) =>
  server.fetch(address, { headers: { ...asBrowser, ...headers } });

describe('outside production', () => {
  const server = smallServer({ examples, demoKey: 'demo-manager' });

  it('a browser without a key is shown the page, which may load nothing from elsewhere', async () => {
    const response = await open(server);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy.split('; ')[0]).toBe("default-src 'none'");
    expect(server.keysAsked).toEqual([]);
  });

  it('the page holds all it needs', async () => {
    const page = await (await open(server)).text();
    expect(page).toContain('<title>Tierwise</title>');
    const [head = ''] = page.split('<script>');
    expect(head.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/(src|href)="(?!data:)/);
    expect(page).not.toMatch(/<script[^>]+src|<link[^>]+href="(?!data:)|@import|url\(['"]?(https?:)?\/\//);
  });

  it('opens on the examples, one tab each, with the demo key filled in', async () => {
    const page = await (await open(server)).text();
    const options = JSON.parse(
      /\(\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),\s*\)/.exec(page.slice(-20_000))?.[1] ?? '',
    );
    const headers = '{\n  "authorization": "Bearer demo-manager"\n}';
    expect(options).toMatchObject({
      headers,
      defaultTabs: [
        { query: examples[0]?.query, variables: '{}', headers },
        { query: examples[1]?.query, variables: '{"codes":["a"]}', headers },
      ],
    });
  });

  it('a program that asks for JSON is not shown the page', async () => {
    expect((await server.fetch(address)).status).toBe(401);
    expect((await server.fetch(address, { headers: { accept: 'application/json' } })).status).toBe(401);
    expect((await server.fetch(address, { headers: { accept: 'text/htmlx' } })).status).toBe(401);
  });
});

it('outside a demo no key is filled in', async () => {
  const page = await (await open(smallServer({ examples, demoKey: null }))).text();
  expect(page.slice(-20_000)).toContain(JSON.stringify(JSON.stringify({ authorization: 'Bearer ' }, null, 2)));
  expect(page).not.toContain('demo-');
});

it('in production there is no page', async () => {
  const configuration = { production: true };
  const server = smallServer({ configuration, examples, demoKey: null });
  for (const headers of [{}, withKey]) {
    const response = await open(server, headers);
    expect([response.status, response.headers.get('content-type')]).toEqual([406, 'application/json; charset=utf-8']);
    expect((await response.json()).errors[0].extensions.code).toBe('NOT_ACCEPTABLE');
  }
});
