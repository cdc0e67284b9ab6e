import { categoriesAt, cubeOf } from '../../shared/row-shapes/cube';
import { rowAround } from './row-around-value';

/** The member of a cube that holds its values, and of its rows. */
export const cubeValues = 'value';

/**
 * A row for each value of a cube, with its category in every dimension and the value as `value`. `undefined` where the
 * object is no cube.
 */
export function rowsOfCube(object: unknown): unknown[] | undefined {
  const cube = cubeOf(object);
  return cube?.cells.map(([place, value]) => {
    const members = Object.create(null) as Record<string, unknown>;
    const categories = categoriesAt(cube, place);
    cube.dimensions.forEach(({ name }, at) => (members[name] = categories[at]));
    members[cubeValues] = value;
    return rowAround(value, members);
  });
}
