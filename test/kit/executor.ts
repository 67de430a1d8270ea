import { readConfiguration } from '../../api/configuration.ts';

/** The executor of the project under test: the same suites hold for either. */
export const { executor } = readConfiguration({ EXECUTOR: process.env.EXECUTOR });
