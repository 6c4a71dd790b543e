// Wires the sidepanel screen to its client.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<p>政务网站检查台</p>);
