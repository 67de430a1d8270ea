/** A text that a person reads, in both languages. */
export type Text = { readonly en: string; readonly zhHans: string };

export type DatabaseErrorKind =
  | 'UNIQUE'
  | 'FOREIGN_KEY'
  | 'CHECK'
  | 'TIMEOUT'
  | 'BUSY'
  | 'UNAVAILABLE'
  | 'SERIALIZATION'
  | 'STORAGE_FULL'
  | 'INTERNAL';

type Traits = { sqlState?: string | undefined; constraint?: string | undefined; table?: string | undefined };

/** What the database could not do, told without SQL, parameters or values: every field may be logged. */
export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind;
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(kind: DatabaseErrorKind, traits: Traits = {}) {
    super(printed(sentences[kind]));
    this.name = 'DatabaseError';
    this.kind = kind;
    this.sqlState = traits.sqlState;
    this.constraint = traits.constraint;
    this.table = traits.table;
  }
}

/** A fault of the calling code, not of the database: a unit used after its end, or begun inside another. */
export class UnitError extends Error {
  readonly code: 'UNIT_NESTED' | 'UNIT_ENDED' | 'UNIT_MISSING';

  constructor(code: UnitError['code'], sentence: string) {
    super(`${code}: ${sentence}`);
    this.name = 'UnitError';
    this.code = code;
  }
}

export type StartRefusal =
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_UNUSABLE'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_NEWER'
  | 'DATABASE_TOO_OLD'
  | 'MIGRATION_FAILED'
  | 'ROLE_NEEDED'
  | 'ROLE_UNSAFE';

/** Why the database cannot be opened, as one sentence in each language for the person who starts Tierwise. */
export class StartRefused extends Error {
  readonly code: StartRefusal;
  readonly text: Text;

  constructor(code: StartRefusal, text: Text) {
    super(printed(text));
    this.name = 'StartRefused';
    this.code = code;
    this.text = text;
  }
}

function printed({ en, zhHans }: Text): string {
  return `${en}\n${zhHans}`;
}

const sentences: Record<DatabaseErrorKind, Text> = {
  UNIQUE: { en: 'A value that must be unique exists already.', zhHans: '必须唯一的值已存在。' },
  FOREIGN_KEY: {
    en: 'Something referred to does not exist, or is still referred to.',
    zhHans: '所引用的对象不存在，或对象仍被引用。',
  },
  CHECK: { en: 'A value breaks a rule of the database.', zhHans: '有值违反数据库的规则。' },
  TIMEOUT: { en: 'The database did not answer within the deadline.', zhHans: '数据库未在时限内应答。' },
  BUSY: { en: 'No database connection became free within the deadline.', zhHans: '时限内没有空闲的数据库连接。' },
  UNAVAILABLE: { en: 'The database cannot be reached.', zhHans: '无法连接数据库。' },
  SERIALIZATION: { en: 'The change met another change at the same time.', zhHans: '此更改与同时进行的另一更改冲突。' },
  STORAGE_FULL: { en: 'The storage of the database is full.', zhHans: '数据库的存储空间已满。' },
  INTERNAL: { en: 'The database refused a statement.', zhHans: '数据库拒绝执行一条语句。' },
};
