import { accountHandlers } from './account-handlers.ts';
import { circleHandlers } from './circle-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';

export const accessHandlers = [...signInHandlers, ...accountHandlers, ...circleHandlers];
