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
    super(sentences[kind]);
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

/** Why the database cannot be opened, as one sentence for the person who starts Tierwise. */
export class StartRefused extends Error {
  readonly code: StartRefusal;

  constructor(code: StartRefusal, sentence: string) {
    super(sentence);
    this.name = 'StartRefused';
    this.code = code;
  }
}

const sentences: Record<DatabaseErrorKind, string> = {
  UNIQUE: 'A value that must be unique exists already.',
  FOREIGN_KEY: 'Something referred to does not exist, or is still referred to.',
  CHECK: 'A value breaks a rule of the database.',
  TIMEOUT: 'The database did not answer within the deadline.',
  BUSY: 'No database connection became free within the deadline.',
  UNAVAILABLE: 'The database cannot be reached.',
  SERIALIZATION: 'The change met another change at the same time.',
  STORAGE_FULL: 'The storage of the database is full.',
  INTERNAL: 'The database refused a statement.',
};
