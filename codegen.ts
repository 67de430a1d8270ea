import type { CodegenConfig } from '@graphql-codegen/cli';

const examples = 'schema/examples/*.graphql';

/** Documents are typed by the contract in schema/, never by what the code happens to build. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  pluckConfig: { gqlMagicComment: 'contract' },
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    'test/kit/gen/': {
      preset: 'client',
      documents: [examples, 'test/**/*.ts', '!test/kit/gen/**', '!test/bench/**'],
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' },
      },
    },
    'test/kit/gen/trusted/': {
      preset: 'client',
      documents: [examples],
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: { useTypeImports: true },
    },
  },
  importExtension: '.ts',
};

export default config;
