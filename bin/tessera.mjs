#!/usr/bin/env node
// The installed command: the sources run as they are, tsx reads the types away.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli.ts');
