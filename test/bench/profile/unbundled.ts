import type { Profiler } from 'node:inspector';

const header = /^\/\/ (\S+\.[cm]?[jt]s)$/;

/** A profile of a built file told by the files that it was made of: the builder writes the name of each above it. */
export function unbundled(profile: Profiler.Profile, built: { readonly url: string; readonly text: string }) {
  const names: string[] = [];
  for (const line of built.text.split('\n')) names.push(header.exec(line)?.[1] ?? names.at(-1) ?? built.url);
  const nodes = profile.nodes.map((node) => {
    const { url, lineNumber } = node.callFrame;
    return url === built.url ? { ...node, callFrame: { ...node.callFrame, url: names[lineNumber] ?? url } } : node;
  });
  return { ...profile, nodes };
}
