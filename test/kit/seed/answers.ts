import type { Client } from '../client.ts';
import { expectData } from '../expect.ts';
import type { ItemAnswerInput, SeedItemsQuery } from '../gen/graphql.ts';
import { graphql } from '../gen/index.ts';

type Measure = NonNullable<SeedItemsQuery['rubric']>['current']['items'][number]['measure'];
export type Value = ItemAnswerInput['value'];

const SeedItems = graphql(`
  query SeedItems($rubric: String!) {
    rubric(key: $rubric) {
      current {
        items {
          key
          evidenceRequired
          measure {
            __typename
            ... on RatingMeasure { anchors }
            ... on MetricMeasure { better bands { from } }
          }
        }
      }
    }
  }
`);

/** An answer to every item of the rubric in force, each the best or the worst that its measure knows. */
export async function answersTo(client: Client, rubric: string, how: 'best' | 'worst'): Promise<ItemAnswerInput[]> {
  const found = expectData(await client.run(SeedItems, { rubric })).rubric;
  if (!found) throw new Error(`There is no rubric ${rubric}.`);
  return found.current.items.map(({ key, evidenceRequired, measure }) => ({
    item: key,
    value: how === 'best' ? best(measure) : worst(measure),
    ...(evidenceRequired && { evidence: [{ uri: 'urn:tierwise:proof' }] }),
  }));
}

function best(measure: Measure): Value {
  if (measure.__typename === 'YesNoMeasure') return { yes: true };
  if (measure.__typename === 'RatingMeasure') return { rating: measure.anchors.length - 1 };
  return { metric: measure.bands[0]?.from ?? '0' };
}

function worst(measure: Measure): Value {
  if (measure.__typename === 'YesNoMeasure') return { yes: false };
  if (measure.__typename === 'RatingMeasure') return { rating: 0 };
  const last = Number(measure.bands.at(-1)?.from ?? 0);
  return { metric: (measure.better === 'HIGHER' ? last - 1 : last + 1).toFixed(6) };
}
