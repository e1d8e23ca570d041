import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { makeRouter } from '../pages.tsx';
import { isRefusal } from './api.ts';
import { copyExact } from './copy.ts';
import { LocaleProvider } from './LocaleProvider.tsx';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/print.css';

// The content security policy forbids code made from text; Zod then reads schemas instead of compiling them.
z.config({ jitless: true });

/** What the server refused on purpose will be refused again; only outages are worth another try. */
const worthRetrying = (tries: number, error: unknown) => tries < 2 && !isRefusal(error);
const cache = new QueryClient({ defaultOptions: { queries: { retry: worthRetrying, retryDelay: 800, staleTime: 20_000, refetchOnWindowFocus: false } } });
const router = makeRouter();
copyExact(document);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <LocaleProvider>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LocaleProvider>
  </StrictMode>,
);
