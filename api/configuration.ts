import { z } from 'zod';
import { type ExecutorKind, executors } from './server/execution.ts';
import type { Text } from './shared/locale.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the environment asks for, read once at the start. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database in dataDirectory. */
  readonly databaseUrl: string | undefined;
  /** A replica of that, which answers queries; absent: it answers them itself. */
  readonly replicaUrl: string | undefined;
  readonly dataDirectory: string;
  /** Absent: every plugin in the box. */
  readonly plugins: readonly string[] | undefined;
  readonly corsOrigins: readonly string[];
  readonly demo: boolean;
  readonly logLevel: (typeof logLevels)[number];
  readonly executor: ExecutorKind;
  /** Absent: there are none. */
  readonly trustedDocuments: string | undefined;
  /** Processes that serve. */
  readonly workers: number;
  readonly production: boolean;
}

/** Everything that is wrong with the environment at once, one sentence per fault in both languages. */
export class ConfigurationFaults extends Error {
  override readonly name = 'ConfigurationFaults';
  readonly faults: readonly Text[];

  constructor(faults: readonly Text[]) {
    super(faults.map(({ en, zhHans }) => `${en}\n${zhHans}`).join('\n'));
    this.faults = faults;
  }
}

const postgresUrl: Text = {
  en: 'postgres://user:password@host:port/database',
  zhHans: 'postgres://用户:密码@主机:端口/数据库',
};

const mostWorkers = 64;

/** What each variable wants, as the end of the sentence that refuses another value. */
const wanted = {
  PORT: { en: 'a whole number from 0 to 65535', zhHans: '0 到 65535 之间的整数' },
  HOST: { en: 'a host name or an IP address', zhHans: '主机名或 IP 地址' },
  DATABASE_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrl,
  DATA_DIR: { en: 'the path of a folder', zhHans: '文件夹路径' },
  PLUGINS: {
    en: 'names, packages or paths of plugins, separated by commas',
    zhHans: '以英文逗号分隔的插件名称、包或路径',
  },
  CORS_ORIGINS: {
    en: 'exact origins such as https://app.example.com, separated by commas, without path or wildcard',
    zhHans: '以英文逗号分隔的确切来源，如 https://app.example.com，不含路径或通配符',
  },
  DEMO: { en: 'true or false', zhHans: 'true 或 false' },
  WORKERS: { en: `a whole number from 1 to ${mostWorkers}`, zhHans: `1 到 ${mostWorkers} 之间的整数` },
  LOG_LEVEL: { en: `one of ${logLevels.join(', ')}`, zhHans: `以下之一：${logLevels.join('、')}` },
  TRUSTED_DOCUMENTS: {
    en: 'the path of a JSON file, or of a folder of such files',
    zhHans: 'JSON 文件或存放此类文件的文件夹的路径',
  },
  EXECUTOR: { en: executors.join(' or '), zhHans: executors.join(' 或 ') },
} as const satisfies Record<string, Text>;
type Variable = keyof typeof wanted;
type Given = { readonly [Name in Variable]?: string | undefined };

const list = z.string().transform((text) => text.split(',').map((entry) => entry.trim()));

const path = z.string().refine((text) => text.trim() !== '' && !text.includes('\0'));

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535)
    .default(4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
    .default('127.0.0.1'),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  DATABASE_READ_URL: z.string().refine(isPostgresUrl).optional(),
  DATA_DIR: path.default('.tierwise'),
  PLUGINS: list.refine((names) => names.every((name) => name !== '')).optional(),
  CORS_ORIGINS: list.refine((origins) => origins.every(isOrigin)).default([]),
  DEMO: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  WORKERS: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((workers) => workers >= 1 && workers <= mostWorkers)
    .default(1),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  EXECUTOR: z.enum(executors).default('compiled'),
  TRUSTED_DOCUMENTS: path.optional(),
});

/** Reads the environment, in which an empty variable counts as absent. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const given: Given = Object.fromEntries(
    (Object.keys(wanted) as Variable[]).map((name) => [name, env[name] === '' ? undefined : env[name]]),
  );
  const production = env.NODE_ENV === 'production';
  const read = environment.safeParse(given);
  const refused = read.success ? [] : [...new Set(read.error.issues.map((issue) => String(issue.path[0]) as Variable))];
  const faults = [
    ...refused.map((name) => faultOf(name, given, expected(wanted[name]))),
    ...contradictions(given, production)
      .filter(([name]) => !refused.includes(name))
      .map(([name, end]) => faultOf(name, given, end)),
  ];
  if (!read.success || faults.length > 0) throw new ConfigurationFaults(faults);

  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    replicaUrl: data.DATABASE_READ_URL,
    dataDirectory: data.DATA_DIR,
    plugins: data.PLUGINS,
    corsOrigins: data.CORS_ORIGINS,
    demo: data.DEMO ?? (data.DATABASE_URL === undefined && !production),
    logLevel: data.LOG_LEVEL,
    executor: data.EXECUTOR,
    trustedDocuments: data.TRUSTED_DOCUMENTS,
    workers: data.WORKERS,
    production,
  };
}

/** What could be by itself, but not beside the rest. */
function contradictions(given: Given, production: boolean): (readonly [Variable, Text])[] {
  const { DEMO, DATABASE_URL, DATABASE_READ_URL, WORKERS = '1' } = given;
  const found: (readonly [Variable, Text])[] = [];
  if (production && DEMO === 'true') found.push(['DEMO', demoInProduction]);
  if (DATABASE_URL === undefined && DATABASE_READ_URL) found.push(['DATABASE_READ_URL', replicaOfNothing]);
  if (DATABASE_URL === undefined && WORKERS !== '1') found.push(['WORKERS', workersOnEmbedded]);
  return found;
}

const demoInProduction: Text = {
  en: 'expected with NODE_ENV=production: false, or left out, because its keys are known to everyone',
  zhHans: 'NODE_ENV=production 时应为 false 或不设置，因为演示密钥人人皆知',
};

const replicaOfNothing: Text = {
  en: 'expected without DATABASE_URL: left out, because it is where a replica of that database is',
  zhHans: '未设置 DATABASE_URL 时不应设置，因为它是该数据库副本的地址',
};

const workersOnEmbedded: Text = {
  en: 'expected without DATABASE_URL: 1, or left out, because the embedded database has one process at a time',
  zhHans: '未设置 DATABASE_URL 时应为 1 或不设置，因为内嵌数据库同一时间只能由一个进程使用',
};

const expected = ({ en, zhHans }: Text): Text => ({ en: `expected: ${en}`, zhHans: `应为：${zhHans}` });

function faultOf(name: Variable, given: Given, { en, zhHans }: Text): Text {
  const value = given[name] ?? '';
  const found = JSON.stringify(wanted[name] === postgresUrl ? masked(value) : value);
  return { en: `${name} is ${found}; ${en}.`, zhHans: `${name} 的值为 ${found}；${zhHans}。` };
}

/** A database address without its password, wherever in it the password stands. */
function masked(url: string): string {
  return url.replace(/:(?!\/\/).*@/s, ':***@').replace(/(password=)[^&]*/gi, '$1***');
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && hostname !== '';
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && origin === text && !text.includes('*');
}
