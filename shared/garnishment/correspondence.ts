import { z } from 'zod';
import { kanaler } from '../utlegg/trekkContent.ts';

/** How the municipality is reached and paid: what letters need and no register holds. '' = not entered. */
export const Correspondence = z.object({
  phone: z.string().trim().max(40),
  email: z.string().trim().max(100),
  postalAddress: z.string().trim().max(200),
  /** The court a complaint goes on to, by name. */
  court: z.string().trim().max(100),
  /** Where the deducted money is paid, 11 digits. */
  account: z.string().regex(/^(\d{11})?$/),
  /** How letters to debtors are usually sent. */
  channel: z.enum(kanaler),
});
export type Correspondence = z.infer<typeof Correspondence>;

export const defaultCorrespondence: Correspondence = {
  phone: '',
  email: '',
  postalAddress: '',
  court: '',
  account: '',
  channel: 'brev',
};

/** Can someone who gets a letter reach the municipality? */
export const isReachable = ({ phone, email, postalAddress }: Correspondence): boolean =>
  [phone, email, postalAddress].some((way) => way !== '');
