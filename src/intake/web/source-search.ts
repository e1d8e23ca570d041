import { z } from 'zod';

/** Which place of which file of an import; what cannot be understood is left out. */
export const SourceSearch = z.object({
  file: z.string().max(1000).optional().catch(undefined),
  line: z.coerce.number().int().min(1).optional().catch(undefined),
  path: z.string().max(2000).optional().catch(undefined),
  record: z.string().max(500).optional().catch(undefined),
  value: z.string().max(2000).optional().catch(undefined),
});
