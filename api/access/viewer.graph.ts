import type { GraphQLSchema } from 'graphql';
import { loadDealer } from '../network/network.loaders.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { batched, indexBy } from '../shared/loading.ts';
import { findNodesOf, Node, tag } from '../shared/nodes.ts';
import { DealerRef, OrganizationRef } from '../shared/refs.ts';
import { LocaleEnum } from '../shared/scalars.ts';
import { type Access, everyone } from './access.ts';
import { ownOrganization } from './organization.queries.ts';
import { roles, type Viewer } from './viewer.ts';

const organizationRow = batched(async (tx) => indexBy(await ownOrganization(tx), (row) => row.id));

async function loadOrganization(context: Context, id: string) {
  const row = await organizationRow(context, id);
  return row && tag('Organization', row);
}

OrganizationRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    defaultLocale: t.expose('defaultLocale', { type: LocaleEnum }),
  }),
});

/** The mutations that a role may call, as the schema's fields declare it. */
function scopesOf(schema: GraphQLSchema, role: Viewer['role']): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => (field.extensions.access as Access).includes(role))
    .map((field) => field.name)
    .sort();
}

const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  access: everyone,
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      resolve: async ({ organizationId }, _, context) => {
        const organization = await loadOrganization(context, organizationId);
        if (!organization) throw new Error(`The organization ${organizationId} of a key is missing.`);
        return organization;
      },
    }),
    name: t.exposeString('name'),
    role: t.expose('role', { type: builder.enumType('Role', { values: roles }) }),
    dealer: t.field({
      type: DealerRef,
      nullable: true,
      resolve: ({ dealerId }, _, context) => (dealerId ? loadDealer(context, dealerId) : null),
    }),
    scopes: t.stringList({ resolve: ({ role }, _, __, { schema }) => scopesOf(schema, role) }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({ access: everyone, type: ViewerRef, resolve: (_, __, { viewer }) => viewer }),
);

findNodesOf('Organization', loadOrganization);
