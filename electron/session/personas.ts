import type { Role } from '../../shared/access.ts';
import type { Persona } from '../../shared/session.ts';
import type { Who } from './session.ts';

const roles: Readonly<Record<Persona, readonly Role[]>> = {
  kari: ['housing'],
  amund: ['it'],
  siri: ['fagansvarlig'],
  ivar: ['collection'],
  turid: ['collection'],
};

/** Someone to practise as: one person for each role, as the roles are different people's in a municipality, and two where one approves the other's work. */
export const practising = (persona: Persona): Who => ({
  userName: persona.charAt(0).toUpperCase() + persona.slice(1),
  roles: roles[persona],
  persona,
});
