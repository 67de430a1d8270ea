import { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { Context } from '../shared/context.ts';
import { message } from '../shared/error-catalogue.ts';
import { type Role, roles, type Viewer } from './viewer.ts';

/** Who may call an operation; who may read an object that it has reached. */
export type Access = readonly Role[];

/** A field that some callers find empty on some objects. */
export interface FieldAccess<Parent> {
  readonly sees: (parent: Parent, viewer: Viewer) => boolean;
  readonly otherwise: () => unknown;
}

export const everyone: Access = roles;
export const channelManagers: Access = ['ADMIN', 'CHANNEL_MANAGER'];
export const administrators: Access = ['ADMIN'];
/** Those who may start, answer, submit and withdraw some kind of assessment. */
export const assessors: Access = ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR', 'DEALER'];

export function forbidden({ viewer, locale }: Context): GraphQLError {
  return new GraphQLError(message('FORBIDDEN', locale, { role: viewer.role }), { extensions: { code: 'FORBIDDEN' } });
}

/** The operation is the caller's, but not on an assessment of this kind. */
export function forbiddenKind({ viewer: { role }, locale }: Context, kind: string): GraphQLError {
  return new GraphQLError(message('FORBIDDEN_KIND', locale, { role, kind }), { extensions: { code: 'FORBIDDEN' } });
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      access: AccessPlugin<Types>;
    }
    export interface QueryFieldOptions<Types, Type, Nullable, Args, ResolveReturnShape> {
      access: Access;
    }
    export interface MutationFieldOptions<Types, Type, Nullable, Args, ResolveReturnShape> {
      access: Access;
    }
    export interface ObjectTypeOptions<Types, Shape> {
      access: Access;
    }
    export interface ObjectFieldOptions<Types, ParentShape, Type, Nullable, Args, ResolveReturnShape> {
      access?: FieldAccess<ParentShape>;
    }
    export interface InterfaceFieldOptions<Types, ParentShape, Type, Nullable, Args, ResolveReturnShape> {
      access?: FieldAccess<ParentShape>;
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, object>;

/** Denies by default: an operation or object type that does not say who may use it does not build. */
export class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const access = this.accessOf(field);
    return { ...field, extensions: { ...field.extensions, access } };
  }

  override wrapResolve(resolve: Resolver, field: PothosOutputFieldConfig<Types>): Resolver {
    const { access } = field.extensions as { access: Access };
    const own = field.kind === 'Object' || field.kind === 'Interface' ? field.pothosOptions.access : undefined;
    const guarded: Resolver = own ? unlessHidden(resolve, own as FieldAccess<unknown>) : resolve;
    return access.length === roles.length ? guarded : onlyFor(access, guarded);
  }

  private accessOf(field: PothosOutputFieldConfig<Types>): Access {
    const type = this.builder.configStore.getTypeConfig(field.parentType);
    const options = field.kind === 'Query' || field.kind === 'Mutation' ? field.pothosOptions : type.pothosOptions;
    const access = (options as { access?: Access }).access ?? (type.kind === 'Interface' ? everyone : undefined);
    if (!access) throw new Error(`${field.parentType}.${field.name} does not say who may use it: give it an access.`);
    return access;
  }
}

function onlyFor(access: Access, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const caller = context as Context;
    if (!access.includes(caller.viewer.role)) throw forbidden(caller);
    return resolve(parent, args, context, info);
  };
}

function unlessHidden(resolve: Resolver, { sees, otherwise }: FieldAccess<unknown>): Resolver {
  return (parent, args, context, info) =>
    sees(parent, (context as Context).viewer) ? resolve(parent, args, context, info) : otherwise();
}
