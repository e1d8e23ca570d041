import path from 'node:path';
import { compiled, root } from '../../bin/compiled.mjs';

/** The folder of the product's package: sources, and what is made of them in `dist`, lie at different depths below it. */
export const ROOT = root;

/** The file to start as a thread: what `src/<name>.ts` was compiled to. */
export const threadFile = async (name: `${string}-thread`): Promise<string> => path.join(await compiled(), `${name}.mjs`);
