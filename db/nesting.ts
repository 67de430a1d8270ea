import { AsyncLocalStorage } from 'node:async_hooks';
import { UnitError } from './errors.ts';

interface Place {
  open: boolean;
  readonly within: Place | undefined;
}

/** Knows, along the async flow, whether a unit is open: a second one would wait for the first, which waits for it. */
export function nestingGuard() {
  const places = new AsyncLocalStorage<Place>();

  const refuseInside = () => {
    for (let place = places.getStore(); place; place = place.within) {
      if (place.open) throw new UnitError('UNIT_NESTED', 'a unit of work is open already; pass it on as `tx`');
    }
  };

  return {
    refuseInside,
    /** A flow of its own, whose branches share one open unit at most. */
    bounded: <T>(run: () => T): T => places.run({ open: false, within: places.getStore() }, run),
    /** Marks this flow as having an open unit, until the function returned is called. */
    enter: (): (() => void) => {
      refuseInside();
      const place = places.getStore();
      if (!place) return () => {};
      place.open = true;
      return () => {
        place.open = false;
      };
    },
  };
}
