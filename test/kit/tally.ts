import type { Reporter, TestModule } from 'vitest/node';

/** Closes the output with plain counts, one line per project and one for all, for those who read only the end. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const total = { passed: 0, failed: errors.length };
    const projects = new Map<string, typeof total>();
    for (const module of modules) {
      const own = projects.get(module.project.name) ?? { passed: 0, failed: 0 };
      projects.set(module.project.name, own);
      for (const counts of [own, total]) {
        for (const test of module.children.allTests()) if (test.result().state === 'passed') counts.passed += 1;
        for (const test of module.children.allTests()) if (test.result().state === 'failed') counts.failed += 1;
        if (module.state() === 'failed' && module.children.size === 0) counts.failed += 1;
      }
    }
    for (const [name, { passed, failed }] of projects) console.log(`${name}: ${passed} passed, ${failed} failed`);
    console.log(`${total.passed} passed, ${total.failed} failed`);
  }
}
