import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/** Ends the run with one plain line that people and CI read, and says why each skipped test was skipped. */
export default class Totals implements Reporter {
  private chosen = false;

  onInit(vitest: Vitest): void {
    this.chosen = vitest.config.testNamePattern !== undefined;   // `-t`: whatever was not asked for has no reason
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) failed++;   // it could not even be read
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped.push(reasonOf(test, module));
      }
    }
    if (!this.chosen) for (const line of skipped) console.log(`skipped: ${line}`);
    console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  }
}

function reasonOf(test: TestCase, module: TestModule): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return `${module.relativeModuleId}: ${test.fullName}: ${note ?? 'no reason given (use the note of context.skip)'}`;
}
