import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globalId, idOf, type NodeType, nodeTypes, parseGlobalId } from '../../api/shared/ids.ts';

const id = '0190a0a0-0000-7000-8000-000000000000';
const encoded = (text: string) => Buffer.from(text).toString('base64url');
const types = fc.constantFrom(...nodeTypes);
const uuids = fc.uuid();
/** Any code units at all, halves of letters among them. */
const texts = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('a global id', () => {
  test('is read as what it was made of, whatever the type', () => {
    fc.assert(
      fc.property(types, uuids, (type, key) => {
        expect(parseGlobalId(globalId(type, key))).toEqual({ type, id: key });
      }),
    );
  });

  test('tells types apart', () => {
    expect(new Set(nodeTypes.map((type) => globalId(type, id))).size).toBe(nodeTypes.length);
  });

  test.each([
    ...['__proto__:1', 'constructor:1', 'toString:1', 'Query:1', 'PageInfo:1', 'Dealer:1', "Dealer:1' or '1'='1"],
    ...[
      'Dealer:',
      'Dealer',
      ':',
      '::',
      '',
      'Dealer:1:2',
      `Dealer:${id}:`,
      `Dealer:${id}:2`,
      `:${id}`,
      `__proto__:${id}`,
    ],
    ...[
      `constructor:${id}`,
      `dealer:${id}`,
      ` Dealer:${id}`,
      `Dealer :${id}`,
      `Dealer: ${id}`,
      `Dealer:${id} `,
      `Dealer:${id}\n`,
    ],
    ...[`Dealer:${id.toUpperCase()}`, `Dealer:{${id}}`, `Dealer:${id.replaceAll('-', '')}`, `Dealer:${id}\0`],
    ...[`Dealer\0:${id}`, `Deáler:${id}`, `Dealer:${id.replace('0', '０')}`, `Dealers:${id}`, `AuditEntry:${id}`],
  ])('is not what is made of %j', (text) => {
    expect(parseGlobalId(encoded(text))).toBeNull();
  });

  test.each([
    ...[
      '',
      ' ',
      'null',
      'undefined',
      'nobody',
      '5',
      '-1',
      '*',
      '%',
      '{}',
      '[]',
      '====',
      '\0',
      '\ud83d',
      '😀',
      id,
      `Dealer:${id}`,
    ],
    ...[
      'x'.repeat(10_000),
      'A'.repeat(101),
      `${globalId('Dealer', id)}=`,
      `${globalId('Dealer', id)}==`,
      `${globalId('Dealer', id)}A`,
    ],
    ...[` ${globalId('Dealer', id)}`, `${globalId('Dealer', id)}\n`, globalId('Dealer', id).toLowerCase()],
    ...[
      globalId('Dealer', id).slice(0, -1),
      globalId('Dealer', id).slice(1),
      `${globalId('Dealer', id)}${globalId('Dealer', id)}`,
    ],
  ])('is not %j', (text) => {
    expect(parseGlobalId(text)).toBeNull();
  });

  test('has one way to be written: no other text is read as it', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= ';
    const own = globalId('Dealer', id);
    for (let at = 0; at < own.length; at += 1) {
      for (const letter of letters) {
        const changed = `${own.slice(0, at)}${letter}${own.slice(at + 1)}`;
        const parsed = parseGlobalId(changed);
        if (changed !== own) expect(parsed).not.toEqual({ type: 'Dealer', id });
        if (parsed) expect(globalId(parsed.type, parsed.id)).toBe(changed);
      }
    }
  });

  test('is never found in any text by accident, and no text is too odd', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseGlobalId(text)).toBeNull();
      }),
    );
  });
});

describe('the key within a global id', () => {
  test('is given for the types asked for only', () => {
    const outlet = globalId('Outlet', id);
    expect(idOf(outlet, 'Outlet')).toEqual({ type: 'Outlet', id });
    expect(idOf(outlet, 'Dealer', 'Outlet')).toEqual({ type: 'Outlet', id });
    expect(idOf(outlet, 'Dealer')).toBeNull();
    expect(idOf(outlet)).toBeNull();
    expect(idOf('nobody', ...nodeTypes)).toBeNull();
  });

  test('is none where the type is one that every object has', () => {
    for (const type of ['constructor', '__proto__', 'toString'] as unknown as NodeType[]) {
      expect(idOf(globalId(type, id), type)).toBeNull();
    }
  });
});
