import { narrowest, type AudienceChoice } from '../../../kernel/audience.ts';

/** Audiences by number: 0 is everybody. */
export class Readers {
  readonly all: AudienceChoice[] = [{ audience: 'public', circleId: null }];

  number(choice: AudienceChoice): number {
    const known = this.all.findIndex((a) => a.audience === choice.audience && a.circleId === choice.circleId);
    return known >= 0 ? known : this.all.push(choice) - 1;
  }

  /** Those who may read both: the narrower audience, as {@link narrowest} of the kernel says. */
  common(a: number, b: number): number {
    return a === b ? a : this.number(narrowest([this.all[a]!, this.all[b]!]));
  }
}
