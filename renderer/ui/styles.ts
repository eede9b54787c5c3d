// Aksel's index.css also declares fonts on a CDN, which the content security policy refuses; its parts are taken one by one, and the font is ours.
import '@navikt/ds-css/dist/global/reset.css';
import '@navikt/ds-css/dist/global/tokens.css';
import '@navikt/ds-css/dist/global/baseline.css';
import '@navikt/ds-css/dist/components.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './base.css';
