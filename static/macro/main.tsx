import '../visuals/visuals.css';
import './macro.css';
import { startMacro } from './start-macro';

const element = document.getElementById('root');
if (element) startMacro(element);
