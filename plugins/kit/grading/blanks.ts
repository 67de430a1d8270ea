/** The names that stand in {braces} in a text, to be filled. */
export const blanksIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
];
