import { describe, expect, it } from 'vitest';
import { ConfigurationFaults, readConfiguration } from '../api/configuration.ts';

const faults = (env: Record<string, string>): string[] => {
  try {
    readConfiguration(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults.map(({ en }) => en);
    throw error;
  }
};

describe('the configuration', () => {
  it('has a value for everything that the environment leaves open', () => {
    expect(readConfiguration({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      replicaUrl: undefined,
      dataDirectory: '.tierwise',
      plugins: undefined,
      corsOrigins: [],
      demo: true,
      logLevel: 'info',
      executor: 'compiled',
      trustedDocuments: undefined,
      workers: 1,
      production: false,
    });
  });

  it('reads every variable', () => {
    expect(
      readConfiguration({
        PORT: '0',
        HOST: '::',
        DATABASE_URL: 'postgresql://tierwise:secret@db:5432/tierwise?sslmode=require',
        DATABASE_READ_URL: 'postgres://tierwise:secret@replica/tierwise',
        DATA_DIR: '/var/lib/tierwise',
        PLUGINS: 'core, lottery,./my-plugin',
        CORS_ORIGINS: 'https://a.example,http://localhost:3000',
        DEMO: 'true',
        LOG_LEVEL: 'silent',
        EXECUTOR: 'interpreted',
        TRUSTED_DOCUMENTS: './trusted.json',
        WORKERS: '4',
        NODE_ENV: 'test',
      }),
    ).toEqual({
      port: 0,
      host: '::',
      databaseUrl: 'postgresql://tierwise:secret@db:5432/tierwise?sslmode=require',
      replicaUrl: 'postgres://tierwise:secret@replica/tierwise',
      dataDirectory: '/var/lib/tierwise',
      plugins: ['core', 'lottery', './my-plugin'],
      corsOrigins: ['https://a.example', 'http://localhost:3000'],
      demo: true,
      logLevel: 'silent',
      executor: 'interpreted',
      trustedDocuments: './trusted.json',
      workers: 4,
      production: false,
    });
  });

  it('takes an empty variable as absent', () => {
    const empty = {
      PORT: '',
      HOST: '',
      DATABASE_URL: '',
      DATABASE_READ_URL: '',
      DATA_DIR: '',
      PLUGINS: '',
      CORS_ORIGINS: '',
      DEMO: '',
      LOG_LEVEL: '',
      EXECUTOR: '',
      TRUSTED_DOCUMENTS: '',
      WORKERS: '',
    };
    expect(readConfiguration(empty)).toEqual(readConfiguration({}));
  });

  it.each([
    [{}, true],
    [{ DEMO: 'false' }, false],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', DEMO: 'false' }, false],
    [{ DATABASE_URL: 'postgres://db/tierwise' }, false],
    [{ DATABASE_URL: 'postgres://db/tierwise', DEMO: 'true' }, true],
  ])('is a demo with %o: %s', (env, demo) => {
    expect(readConfiguration(env).demo).toBe(demo);
  });
});

describe('a value that cannot be', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"; expected: a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536"; expected: a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1"; expected: a whole number from 0 to 65535.'],
    [{ PORT: '4e3' }, 'PORT is "4e3"; expected: a whole number from 0 to 65535.'],
    [{ HOST: 'a b' }, 'HOST is "a b"; expected: a host name or an IP address.'],
    [
      { DATABASE_URL: 'mysql://db/x' },
      'DATABASE_URL is "mysql://db/x"; expected: postgres://user:password@host:port/database.',
    ],
    [
      { DATABASE_URL: 'postgres://' },
      'DATABASE_URL is "postgres://"; expected: postgres://user:password@host:port/database.',
    ],
    [
      { DATABASE_URL: 'postgres://db/x', DATABASE_READ_URL: 'replica:5432' },
      'DATABASE_READ_URL is "replica:5432"; expected: postgres://user:password@host:port/database.',
    ],
    [
      { DATABASE_READ_URL: 'postgres://me:hunter2@replica/x' },
      'DATABASE_READ_URL is "postgres://me:***@replica/x"; expected without DATABASE_URL: left out, because it is where a replica of that database is.',
    ],
    [{ WORKERS: '0' }, 'WORKERS is "0"; expected: a whole number from 1 to 64.'],
    [{ WORKERS: '65' }, 'WORKERS is "65"; expected: a whole number from 1 to 64.'],
    [{ WORKERS: '1.5' }, 'WORKERS is "1.5"; expected: a whole number from 1 to 64.'],
    [{ WORKERS: 'auto' }, 'WORKERS is "auto"; expected: a whole number from 1 to 64.'],
    [
      { WORKERS: '2' },
      'WORKERS is "2"; expected without DATABASE_URL: 1, or left out, because the embedded database has one process at a time.',
    ],
    [{ DATA_DIR: '  ' }, 'DATA_DIR is "  "; expected: the path of a folder.'],
    [
      { PLUGINS: 'core,,x' },
      'PLUGINS is "core,,x"; expected: names, packages or paths of plugins, separated by commas.',
    ],
    [{ DEMO: 'yes' }, 'DEMO is "yes"; expected: true or false.'],
    [{ DEMO: 'True' }, 'DEMO is "True"; expected: true or false.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; expected: one of trace, debug, info, warn, error, fatal, silent.'],
    [
      { TRUSTED_DOCUMENTS: ' ' },
      'TRUSTED_DOCUMENTS is " "; expected: the path of a JSON file, or of a folder of such files.',
    ],
    [{ EXECUTOR: 'fast' }, 'EXECUTOR is "fast"; expected: compiled or interpreted.'],
    [
      { DEMO: 'true', NODE_ENV: 'production' },
      'DEMO is "true"; expected with NODE_ENV=production: false, or left out, because its keys are known to everyone.',
    ],
    [
      { LOG_LEVEL: 'a\nb\u001b[2J' },
      'LOG_LEVEL is "a\\nb\\u001b[2J"; expected: one of trace, debug, info, warn, error, fatal, silent.',
    ],
  ])('%o is told in one sentence', (env, sentence) => {
    expect(faults(env as unknown as Record<string, string>)).toEqual([sentence]);
  });

  it.each([
    ['*'],
    ['null'],
    ['https://a.example/'],
    ['https://a.example/path'],
    ['a.example'],
    ['https://*.example'],
    ['ftp://a.example'],
    ['https://a.example,'],
  ])('CORS_ORIGINS %s is refused', (origins) => {
    expect(faults({ CORS_ORIGINS: origins })).toEqual([
      `CORS_ORIGINS is "${origins}"; expected: exact origins such as https://app.example.com, separated by commas, without path or wildcard.`,
    ]);
  });

  it('is told together with all others, in both languages, in one order', () => {
    const env = { LOG_LEVEL: 'x', PORT: 'y', DEMO: 'true', NODE_ENV: 'production' };
    expect(faults(env)).toHaveLength(3);
    expect(() => readConfiguration(env)).toThrow(
      'PORT is "y"; expected: a whole number from 0 to 65535.\nPORT 的值为 "y"；应为：0 到 65535 之间的整数。\nLOG_LEVEL is "x"',
    );
  });

  it.each([
    ['http://tierwise:hunter2@db/x', 'http://tierwise:***@db/x'],
    ['http://tierwise:hunt@er2@db:5432/x', 'http://tierwise:***@db:5432/x'],
    ['tierwise:hunter2@db/x', 'tierwise:***@db/x'],
    ['http://db/x?user=a&password=hunter2&ssl=1', 'http://db/x?user=a&password=***&ssl=1'],
    ['http://db:5432/x', 'http://db:5432/x'],
  ])('of the database hides the password in %s', (url, shown) => {
    expect(faults({ DATABASE_URL: url })).toEqual([
      `DATABASE_URL is "${shown}"; expected: postgres://user:password@host:port/database.`,
    ]);
  });
});
