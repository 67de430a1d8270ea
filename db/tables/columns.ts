import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Compared byte by byte, so that an order and a cursor over it mean the same on every database, whatever its locale. */
export const orderedText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** Milliseconds are all that a JS Date carries; a finer column would make cursors skip rows. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const organizationId = () => uuid('organization_id').notNull();
