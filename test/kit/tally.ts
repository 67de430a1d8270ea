import type { Reporter, TestModule } from 'vitest/node';

/** Closes the output with plain counts, one line per project and one for all, for those who read only the end. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const total = { passed: 0, failed: errors.length };
    const projects = new Map<string, typeof total>();
    for (const module of modules) {
      const own = projects.get(module.project.name) ?? { passed: 0, failed: 0 };
      projects.set(module.project.name, own);
      const passed = [...module.children.allTests('passed')].length;
      const failed = [...module.children.allTests('failed')].length;
      // What fails before its first test, as it is read or made ready, has no test to count.
      const failedAtOnce = module.state() === 'failed' && failed === 0 ? 1 : 0;
      for (const counts of [own, total]) {
        counts.passed += passed;
        counts.failed += failed + failedAtOnce;
      }
    }
    for (const [name, { passed, failed }] of projects) console.log(`${name}: ${passed} passed, ${failed} failed`);
    console.log(`${total.passed} passed, ${total.failed} failed`);
  }
}
