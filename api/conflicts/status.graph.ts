import { conflictStatuses } from '../../db/tables/conflicts.ts';
import { builder } from '../shared/builder.ts';

export const ConflictStatusEnum = builder.enumType('ConflictStatus', { values: conflictStatuses });
