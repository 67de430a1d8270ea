import { graphql } from '../kit/gen/index.ts';

/** All that a dealer shows of itself, to compare before and after. */
export const DealerState = graphql(`
  fragment DealerState on Dealer {
    id
    code
    name
    roles
    status
    channel
    industries { key }
    class
    classHistory { class validFrom validTo reason decidedBy }
    territory { id }
    upstream { id }
    createdAt
    updatedAt
    version
  }
`);

export const OutletState = graphql(`
  fragment OutletState on Outlet {
    id
    code
    name
    kind
    dealer { id }
    industries { key }
    territory { id }
    address
    latitude
    longitude
    version
  }
`);

export const TerritoryState = graphql(`
  fragment TerritoryState on Territory {
    id
    code
    name
    parent { id }
    children { id }
  }
`);

export const ReadDealer = graphql(`
  query ReadDealer($id: ID!) {
    dealer(id: $id) { ...DealerState }
  }
`);

export const ReadOutlet = graphql(`
  query ReadOutlet($id: ID!) {
    outlet(id: $id) { ...OutletState }
  }
`);

export const ReadTerritories = graphql(`
  query ReadTerritories {
    territories { ...TerritoryState }
  }
`);

export const CountNetwork = graphql(`
  query CountNetwork {
    dealers { totalCount }
    outlets { totalCount }
    territories { id }
  }
`);

export const ListDealers = graphql(`
  query ListDealers($filter: DealerFilter, $orderBy: DealerOrder) {
    dealers(filter: $filter, orderBy: $orderBy, first: 100) {
      totalCount
      nodes { code }
    }
  }
`);

export const ListOutlets = graphql(`
  query ListOutlets($filter: OutletFilter) {
    outlets(filter: $filter, first: 100) {
      totalCount
      nodes { code }
    }
  }
`);

export const CreateDealer = graphql(`
  mutation CreatedDealer($input: CreateDealerInput!) {
    createDealer(input: $input) {
      ... on CreateDealerPayload { dealer { ...DealerState } }
      ...Refusal
    }
  }
`);

export const UpdateDealer = graphql(`
  mutation UpdatedDealer($input: UpdateDealerInput!) {
    updateDealer(input: $input) {
      ... on UpdateDealerPayload { dealer { ...DealerState } }
      ...Refusal
    }
  }
`);

export const AssignDealerClass = graphql(`
  mutation AssignedDealerClass($input: AssignDealerClassInput!) {
    assignDealerClass(input: $input) {
      ... on AssignDealerClassPayload { dealer { ...DealerState } }
      ...Refusal
    }
  }
`);

export const LinkDealers = graphql(`
  mutation LinkedDealers($input: LinkDealersInput!) {
    linkDealers(input: $input) {
      ... on LinkDealersPayload { dealer { ...DealerState } }
      ...Refusal
    }
  }
`);

export const UnlinkDealers = graphql(`
  mutation UnlinkedDealers($input: UnlinkDealersInput!) {
    unlinkDealers(input: $input) {
      ... on UnlinkDealersPayload { dealer { ...DealerState } }
      ...Refusal
    }
  }
`);

export const CreateOutlet = graphql(`
  mutation CreatedOutlet($input: CreateOutletInput!) {
    createOutlet(input: $input) {
      ... on CreateOutletPayload { outlet { ...OutletState } }
      ...Refusal
    }
  }
`);

export const UpdateOutlet = graphql(`
  mutation UpdatedOutlet($input: UpdateOutletInput!) {
    updateOutlet(input: $input) {
      ... on UpdateOutletPayload { outlet { ...OutletState } }
      ...Refusal
    }
  }
`);

export const CreateTerritory = graphql(`
  mutation CreatedTerritory($input: CreateTerritoryInput!) {
    createTerritory(input: $input) {
      ... on CreateTerritoryPayload { territory { ...TerritoryState } }
      ...Refusal
    }
  }
`);
