import '../visuals/visuals.css';
import '../shared/problem-note.css';
import './macro.css';
import '../shared/own-account/own-account.css';
import './connect/connect.css';
import { startMacro } from './start-macro';

const element = document.getElementById('root');
if (element) startMacro(element);
