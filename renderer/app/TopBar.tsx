import { MenuHamburgerIcon, PadlockLockedIcon, PersonIcon } from '@navikt/aksel-icons';
import { ActionMenu, Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { languages } from '../../shared/housing/caseFile.ts';
import { personas } from '../../shared/session.ts';
import { useChoosePersona, useLock, useSetLanguage } from '../data/session.ts';
import { CollectionSearch, HousingSearch } from './CaseSearch.tsx';
import { useSession, useText } from './SessionContext.tsx';

export function TopBar({ menuOpen, onMenu }: { menuOpen: boolean; onMenu: () => void }) {
  const { app } = useText();
  const { roles, environment, flavour } = useSession();
  const lock = useLock();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [desk] = roles;
  return (
    <header className="top-bar" ref={setBar}>
      <button
        type="button"
        className="top-bar-button menu-button"
        aria-expanded={menuOpen}
        aria-controls="rail"
        onClick={onMenu}
      >
        <MenuHamburgerIcon title={app.menu} fontSize="1.375rem" />
      </button>
      <span className="brand">{app.name}</span>
      {desk && <span className="desk">{app.desks[desk]}</span>}
      {roles.includes('housing') && <HousingSearch />}
      {roles.includes('collection') && <CollectionSearch />}
      <span className="top-bar-space" />
      {flavour !== 'release' && <span className="flavour">{app.flavours[flavour]}</span>}
      {environment !== 'production' && (
        <strong className="mode" title={app.environmentExplained[environment]}>
          {app.environments[environment]}
        </strong>
      )}
      <UserMenu menuRoot={bar} />
      <Button
        className="top-bar-button"
        variant="tertiary"
        size="small"
        icon={<PadlockLockedIcon title={app.lock} />}
        loading={lock.isPending}
        onClick={() => lock.mutate()}
      />
    </header>
  );
}

/** `menuRoot`: where the menu is put, so that it lies inside a landmark of the page. */
function UserMenu({ menuRoot }: { menuRoot: HTMLElement | null }) {
  const { app } = useText();
  const { userName, language, environment, persona, version } = useSession();
  const setLanguage = useSetLanguage();
  const choosePersona = useChoosePersona();
  const navigate = useNavigate();
  const name = persona ? app.persona.people[persona].name : userName;
  return (
    <ActionMenu rootElement={menuRoot}>
      <ActionMenu.Trigger>
        <button type="button" className="top-bar-button user" aria-label={app.userMenu(name)}>
          <PersonIcon aria-hidden fontSize="1.25rem" />
          <span>{name}</span>
        </button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.RadioGroup
          label={app.language}
          value={language}
          onValueChange={(value) => {
            const chosen = languages.find((one) => one === value);
            if (chosen) setLanguage.mutate(chosen);
          }}
        >
          {languages.map((one) => (
            <ActionMenu.RadioItem key={one} value={one}>
              {app.languages[one]}
            </ActionMenu.RadioItem>
          ))}
        </ActionMenu.RadioGroup>
        {environment === 'training' && (
          <ActionMenu.Group label={app.changePersona}>
            {personas.map((one) => (
              <ActionMenu.Item key={one} disabled={one === persona} onSelect={() => choosePersona.mutate(one)}>
                {app.persona.people[one].name}
              </ActionMenu.Item>
            ))}
          </ActionMenu.Group>
        )}
        <ActionMenu.Divider />
        <ActionMenu.Item onSelect={() => navigate({ to: '/lisenser' })}>{app.licences.title}</ActionMenu.Item>
        <ActionMenu.Label className="user-menu-note">
          {app.keys}
          <br />
          {app.version(version)}
        </ActionMenu.Label>
      </ActionMenu.Content>
    </ActionMenu>
  );
}
