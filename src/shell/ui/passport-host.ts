import { createContext } from 'react';
import type { Figure } from '../../kernel/figure.ts';

/** One passport is open at a time: the frame holds it, every figure asks the frame. Thousands of figures cost nothing. */
export type PointerAt = { clientX: number; clientY: number };
export type PassportHost = {
  /** Opened on purpose: it takes the focus and stays until closed. */
  open: (figure: Figure, anchor: HTMLElement) => void;
  /** The pointer came to rest on a figure: shown after a moment, gone when the pointer leaves. */
  hover: (figure: Figure, anchor: HTMLElement, at: PointerAt) => void;
  leave: () => void;
};

const nothing = () => undefined;
export const PassportContext = createContext<PassportHost>({ open: nothing, hover: nothing, leave: nothing });
