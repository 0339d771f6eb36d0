from .add_sensor import add_sensor as add_sensor
from .change_sensor import change_sensor as change_sensor
from .list_sensors_of_animal import list_sensors_of_animal as list_sensors_of_animal
from .list_sensors_of_farm import list_sensors_of_farm as list_sensors_of_farm
