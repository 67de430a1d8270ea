import SchemaBuilder from '@pothos/core';
import { AccessPlugin } from '../access/access.ts';
import { ColumnsPlugin } from './columns.ts';
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
SchemaBuilder.registerPlugin('columns', ColumnsPlugin);

export type Types = PothosSchemaTypes.ExtendDefaultTypes<BuilderTypes>;

export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: ['access', 'columns'],
  defaultFieldNullability: false,
});

builder.queryType({});
builder.mutationType({});
