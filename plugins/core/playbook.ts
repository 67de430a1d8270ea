import type { PlaybookText } from '../kit/index.ts';
import { groupBuyer } from './playbook/group-buyer.ts';
import { mother } from './playbook/mother.ts';
import { officeWorker } from './playbook/office-worker.ts';
import { rider } from './playbook/rider.ts';
import { senior } from './playbook/senior.ts';
import { student } from './playbook/student.ts';

/** The seeds name stages and details; the texts are ours, for any trade. */
export const playbook: Readonly<Record<string, PlaybookText>> = {
  ...groupBuyer,
  ...mother,
  ...rider,
  ...officeWorker,
  ...senior,
  ...student,
};
