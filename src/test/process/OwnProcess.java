import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs the static method {@code run(String[])} of a test class in a process: java -cp ... src/test/process/OwnProcess.java class arguments.
 * Main methods among the compiled test classes would hide the one that spring-boot:test-run looks for.
 */
public class OwnProcess {

    public static void main(String[] args) throws Exception {
        Method run = Class.forName(args[0]).getDeclaredMethod("run", String[].class);
        run.setAccessible(true);
        run.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }
}
