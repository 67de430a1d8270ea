import { GraphQLError } from 'graphql';
import { GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';
import { channelTypes, dealerClasses } from '../../db/tables/network.ts';
import { builder } from './builder.ts';
import { locales } from './locale.ts';

const decimal = /^-?\d{1,15}(\.\d{1,6})?$/;

/** An exact decimal as text: at most 15 digits before the point and 6 after it. */
function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && decimal.test(value)) return value;
  throw new GraphQLError(
    'A Decimal is a string with at most 15 digits before the point and 6 after it, such as "92.5".',
  );
}

/** A calendar day stays text, so that no time zone can move it. There is no year 0. */
function parseDate(value: unknown): string {
  try {
    const day = (GraphQLDate.parseValue(value) as Date).toISOString().slice(0, 10);
    if (day >= '0001') return day;
  } catch {}
  throw new GraphQLError('A Date is a day of the calendar from 0001-01-01 on, written YYYY-MM-DD.');
}

builder.scalarType('DateTime', {
  serialize: (instant) => instant.toISOString() as unknown as Date,
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value) as Date,
});
builder.scalarType('Date', { serialize: (day) => day, parseValue: parseDate });
builder.scalarType('Decimal', { serialize: (value) => value, parseValue: parseDecimal });

export const LocaleEnum = builder.enumType('Locale', {
  values: { EN: { value: locales[0] }, ZH_HANS: { value: locales[1] } },
});
export const SortDirectionEnum = builder.enumType('SortDirection', { values: ['ASC', 'DESC'] as const });
export const ChannelTypeEnum = builder.enumType('ChannelType', { values: channelTypes });
export const DealerClassEnum = builder.enumType('DealerClass', { values: dealerClasses });
