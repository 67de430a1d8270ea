/** An assignment of a class from a day on, until the next one begins. */
interface Assignment {
  readonly id: string;
  readonly validFrom: string;
}

/** Where a new assignment stands among a dealer's: which one it ends, and when it ends itself; history is never rewritten. */
export function placeInChain(chain: readonly Assignment[], validFrom: string) {
  return {
    taken: chain.some((assignment) => assignment.validFrom === validFrom),
    previous: chain.filter((assignment) => assignment.validFrom < validFrom).at(-1),
    validTo: chain.find((assignment) => assignment.validFrom > validFrom)?.validFrom ?? null,
  };
}
