import { type Issue, issue } from './errors.ts';

type Path = readonly (string | number)[];

// A control character other than tab and line breaks is no text; NUL cannot be stored at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// Spaces, and marks that take no room.
const blank = /^[\s\p{Cf}]*$/u;
const uri = /^(https?:\/\/|urn:)\S+$/i;
const maxEvidence = 20;
const maxRemark = 2000;
/** The longest text that tells of something: a report, terms, an outcome. */
export const maxStatement = 5000;
const code = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;

/** Whether a database can hold a text at all; what none can hold, nothing there is called or contains. */
export const storable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** Faults of a text that is to be stored: 1 to `max` characters, not blank, printable. */
export function textFaults(value: string, path: Path, max: number): Issue[] {
  if (blank.test(value)) return [issue('TEXT_EMPTY', path)];
  const length = [...value].length;
  if (length > max) return [issue('TEXT_TOO_LONG', path, { length, max })];
  return unprintable.test(value) || !value.isWellFormed() ? [issue('TEXT_UNPRINTABLE', path)] : [];
}

/** Faults of a name: a text of one line. */
export function nameFaults(value: string, path: Path): Issue[] {
  const faults = textFaults(value, path, 200);
  return faults.length === 0 && /[\n\r\t]/.test(value) ? [issue('TEXT_UNPRINTABLE', path)] : faults;
}

/** Faults of a brand's own code: 1 to 64 letters, digits and . _ - /. */
export function codeFaults(value: string, path: Path): Issue[] {
  const faults = textFaults(value, path, 64);
  return faults.length === 0 && !code.test(value) ? [issue('CODE_INVALID', path)] : faults;
}

/** Faults of a list that is a set: at least one entry, each once, and no more than `max` where there is a limit. */
export function setFaults(values: readonly string[], path: Path, max = Number.POSITIVE_INFINITY): Issue[] {
  if (values.length === 0) return [issue('LIST_EMPTY', path)];
  if (values.length > max) return [issue('LIST_TOO_LONG', path, { length: values.length, max })];
  return values.flatMap((value, at) =>
    values.indexOf(value) < at ? [issue('LIST_REPEATED', [...path, at], { value })] : [],
  );
}

export function rangeFaults(value: number, path: Path, min: number, max: number): Issue[] {
  return value >= min && value <= max ? [] : [issue('NUMBER_OUT_OF_RANGE', path, { min, max })];
}

/** In an update null clears; these fields have nothing to be cleared to. */
export function nullFaults(input: object, ...fields: string[]): Issue[] {
  const given = new Map(Object.entries(input));
  return fields.filter((field) => given.get(field) === null).map((field) => issue('NULL_REFUSED', [field]));
}

export interface EvidenceGiven {
  readonly uri: string;
  readonly note?: string | null | undefined;
}

/** Faults of a remark, which may be left out: 1 to 2,000 characters. */
export const remarkFaults = (value: string | null | undefined, path: Path): Issue[] =>
  value == null ? [] : textFaults(value, path, maxRemark);

/** Faults of a list of at most 20 pieces of evidence. */
export function evidenceFaults(evidence: readonly EvidenceGiven[], path: Path): Issue[] {
  if (evidence.length > maxEvidence)
    return [issue('LIST_TOO_LONG', path, { length: evidence.length, max: maxEvidence })];
  return evidence.flatMap((proof, at) => {
    const faults = textFaults(proof.uri, [...path, at, 'uri'], maxRemark);
    const address = faults.length > 0 || uri.test(proof.uri) ? faults : [issue('URI_INVALID', [...path, at, 'uri'])];
    return [...address, ...remarkFaults(proof.note, [...path, at, 'note'])];
  });
}

/** Evidence as it is kept: nothing that was left out, nothing that is null. */
export const evidenceOf = (given: readonly EvidenceGiven[]): { uri: string; note?: string }[] =>
  given.map((proof) => ({ uri: proof.uri, ...(proof.note != null && { note: proof.note }) }));
