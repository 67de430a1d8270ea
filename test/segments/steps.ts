import type { Client } from '../kit/client.ts';
import { expectData, expectPayload } from '../kit/expect.ts';
import type {
  AddPlaybookTextInput,
  CreateSegmentInput,
  PlaybookTextStateFragment,
  SegmentStateFragment,
} from '../kit/gen/graphql.ts';
import { AddPlaybookText, CreateSegment, plain, plainText, ReadPlaybook, UpdateSegment } from './documents.ts';

export async function addSegment(
  manager: Client,
  given: Partial<CreateSegmentInput> = {},
): Promise<SegmentStateFragment> {
  return expectPayload(await manager.run(CreateSegment, { input: { ...plain, ...given } })).customerSegment;
}

export async function hideSegment(manager: Client, id: string): Promise<void> {
  const input = { id, expectedVersion: 1, hidden: true };
  expectPayload(await manager.run(UpdateSegment, { input }));
}

export async function addText(
  manager: Client,
  given: Partial<AddPlaybookTextInput> = {},
): Promise<PlaybookTextStateFragment> {
  return expectPayload(await manager.run(AddPlaybookText, { input: { ...plainText, ...given } })).playbookText;
}

/** The texts of a segment's playbook over all stages. */
export async function textsOf(
  reader: Client,
  code: string,
  given: { industry?: string } = {},
): Promise<PlaybookTextStateFragment[]> {
  const { segment } = expectData(await reader.run(ReadPlaybook, { code, ...given }));
  return (segment?.playbook ?? []).flatMap(({ texts }) => texts);
}

/** The keys of texts but for those of the core, which the tests of others do not tell. */
export const keysOf = (texts: readonly PlaybookTextStateFragment[]): string[] =>
  texts.map(({ key }) => key).filter((key) => !key.startsWith('core/'));

export async function setPlugin(admin: Client, name: string, enabled: boolean): Promise<void> {
  const document = 'mutation ($input: SetPluginEnabledInput!) { setPluginEnabled(input: $input) { __typename } }';
  expectData(await admin.send(document, { input: { name, enabled } }));
}
