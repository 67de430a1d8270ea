import SchemaBuilder from '@pothos/core';
import { AccessPlugin } from '../access/access.ts';
import type { Context } from './context.ts';

interface BuilderTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Date: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
  };
}

SchemaBuilder.registerPlugin('access', AccessPlugin);

export type Types = PothosSchemaTypes.ExtendDefaultTypes<BuilderTypes>;

export const builder = new SchemaBuilder<BuilderTypes>({ plugins: ['access'], defaultFieldNullability: false });

builder.queryType({});
builder.mutationType({});
