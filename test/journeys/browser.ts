import AxeBuilder from './axe';
