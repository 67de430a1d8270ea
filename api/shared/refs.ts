import type { OrganizationRow } from '../access/organization.queries.ts';
import type { Dealer, Outlet } from '../network/network.loaders.ts';
import type { Industry, PluginView } from '../plugins/plugins.loaders.ts';
import { builder } from './builder.ts';
import { Node, type Tagged } from './nodes.ts';

/** The object types to which several domains add their own fields; each is implemented in the domain that owns it. */
export const DealerRef = builder.objectRef<Dealer>('Dealer');
export const OutletRef = builder.objectRef<Outlet>('Outlet');
export const IndustryRef = builder.objectRef<Industry>('Industry');
export const PluginRef = builder.objectRef<PluginView>('Plugin');
export const OrganizationRef = builder.objectRef<Tagged<'Organization', OrganizationRow>>('Organization');

export type Subject = Dealer | Outlet;

/** The dealer that a subject is, or belongs to. */
export const dealerIdOf = (subject: Subject): string =>
  subject.__typename === 'Outlet' ? subject.dealerId : subject.id;

/** Anything that can be assessed and graded: what the network knows of it; other domains add their fields. */
export const Assessable = builder.interfaceRef<Subject>('Assessable').implement({
  interfaces: [Node],
  resolveType: (subject) => subject.__typename,
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
  }),
});
