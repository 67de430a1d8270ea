import type { ImplementableObjectRef, InputRef } from '@pothos/core';
import { type Access, everyone } from '../access/access.ts';
import { builder, type Types } from './builder.ts';
import type { Context } from './context.ts';
import { type Issue, issueMessage, Refusal, type RefusalType, refusalMessage } from './errors.ts';

const ValidationIssue = builder.objectRef<Issue>('ValidationIssue').implement({
  access: everyone,
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.string({ resolve: (issue, _, { locale }) => issueMessage(issue, locale) }),
    path: t.stringList({ resolve: ({ path }) => [...path] }),
  }),
});

/** A refusal as a member of a result: an Error itself would count as a resolver's failure. */
interface Refused {
  readonly refusal: Refusal;
}

const UserError = builder.interfaceRef<Refused>('UserError').implement({
  resolveType: ({ refusal }) => refusal.type,
  fields: (t) => ({
    code: t.string({ resolve: ({ refusal }) => refusal.code }),
    message: t.string({ resolve: ({ refusal }, _, { locale }) => refusalMessage(refusal, locale) }),
    path: t.stringList({ resolve: ({ refusal }) => [...refusal.inputPath] }),
  }),
});

const refusals = {
  ValidationError: builder.objectRef<Refused>('ValidationError').implement({
    access: everyone,
    interfaces: [UserError],
    fields: (t) => ({ issues: t.field({ type: [ValidationIssue], resolve: ({ refusal }) => [...refusal.issues] }) }),
  }),
  NotFoundError: builder.objectRef<Refused>('NotFoundError').implement({ access: everyone, interfaces: [UserError] }),
  StaleVersionError: builder.objectRef<Refused>('StaleVersionError').implement({
    access: everyone,
    interfaces: [UserError],
    fields: (t) => ({ currentVersion: t.int({ resolve: ({ refusal }) => refusal.currentVersion ?? 0 }) }),
  }),
  InvalidStateError: builder.objectRef<Refused>('InvalidStateError').implement({
    access: everyone,
    interfaces: [UserError],
    fields: (t) => ({ state: t.string({ resolve: ({ refusal }) => refusal.state ?? '' }) }),
  }),
} as const;

interface Operation<Input, Payload> {
  readonly access: Access;
  readonly input: InputRef<Input>;
  /** The changed object, in a field named after its type. */
  readonly payload: { readonly [Field in keyof Payload]: ImplementableObjectRef<Types, Payload[Field]> };
  /** The refusals that callers must expect, in the order of the contract's union. */
  readonly refusals: readonly RefusalType[];
  readonly run: (context: Context, input: Input) => Promise<Payload>;
}

/** A mutation of the contract: its payload and result types bear its name; an expected refusal becomes a member of the result. */
export function operation<Input, Payload extends object>(name: string, of: Operation<Input, Payload>): void {
  const typeName = name[0]?.toUpperCase() + name.slice(1);
  const payload = builder.objectRef<Payload>(`${typeName}Payload`).implement({
    access: everyone,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(of.payload as Record<string, ImplementableObjectRef<Types, unknown>>).map(([field, type]) => [
          field,
          t.field({ type, resolve: (changed) => changed[field as keyof Payload] as object }),
        ]),
      ),
  });
  const result = builder.unionType(`${typeName}Result`, {
    types: [payload, ...of.refusals.map((type) => refusals[type])],
    resolveType: (value: object) => ('refusal' in value ? (value as Refused).refusal.type : `${typeName}Payload`),
  });
  builder.mutationField(name, (t) =>
    t.field({
      access: of.access,
      type: result as never,
      args: { input: t.arg({ type: of.input as InputRef<object>, required: true }) },
      resolve: (_, { input }, context) => {
        context.work.readLatest();
        return of.run(context, input as Input).catch((error: unknown) => {
          if (error instanceof Refusal && of.refusals.includes(error.type)) return { refusal: error };
          throw error;
        }) as never;
      },
    }),
  );
}
