/** What every plugin is tested and checked on, as a server grades it: the kit knows no other plugin. */
export { default as core } from '../core/index.ts';
export { ladder } from '../core/ladder.ts';
