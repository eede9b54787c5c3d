import './password.css';

interface PasswordBridge {
  texts(): Promise<Record<'language' | 'title' | 'fileName' | 'label' | 'open' | 'cancel', string> | null>;
  /** The sentence to show, or null when the file is open (the window is closed then). */
  submit(password: string): Promise<string | null>;
  cancel(): void;
}

const bridge = (globalThis as unknown as { readonly saksbordPassword: PasswordBridge }).saksbordPassword;

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  text: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const texts = await bridge.texts();
if (texts) {
  document.documentElement.lang = texts.language;
  document.title = texts.title;

  const input = make('input', '', {
    id: 'password',
    type: 'password',
    autocomplete: 'off',
    'aria-describedby': 'wrong',
  });
  const wrong = make('p', '', { id: 'wrong', role: 'alert' });
  const open = make('button', texts.open, { type: 'submit' });
  const cancel = make('button', texts.cancel, { type: 'button' });
  const buttons = make('div', '', { class: 'buttons' });
  buttons.append(open, cancel);
  const form = make('form', '', { novalidate: '' });
  form.append(make('label', texts.label, { for: 'password' }), input, wrong, buttons);
  document.querySelector('main')?.append(make('h1', texts.title), make('p', texts.fileName), form);
  input.focus();

  cancel.addEventListener('click', () => bridge.cancel());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') bridge.cancel();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    open.disabled = true;
    wrong.textContent = '';
    const sentence = await bridge.submit(input.value);
    open.disabled = false;
    if (sentence === null) return;
    wrong.textContent = sentence;
    input.setAttribute('aria-invalid', 'true');
    input.select();
    input.focus();
  });
}
