import type { CodegenConfig } from '@graphql-codegen/cli';

/** Documents of tests are typed by the contract in schema/, never by what the code happens to build. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  pluckConfig: { gqlMagicComment: 'contract' },
  documents: ['schema/examples/*.graphql', 'test/**/*.ts', '!test/kit/gen/**', '!test/bench/**'],
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    'test/kit/gen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' },
      },
    },
  },
  importExtension: '.ts',
};

export default config;
