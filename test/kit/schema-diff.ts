import { buildASTSchema } from 'graphql';
import { schema } from '../../api/schema.ts';
import { contractDocument, differences, shape } from './contract.ts';

const contract = buildASTSchema(contractDocument());
const changes = differences(contract, schema);
const equal = shape(contract) === shape(schema);

for (const change of changes) console.log(change);
if (equal) console.log('schema/ and the code have the same shape');
else if (changes.length === 0) console.log('the shapes differ in a way that breaks no client: see npm run check');
process.exitCode = equal ? 0 : 1;
